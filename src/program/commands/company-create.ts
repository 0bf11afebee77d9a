import { parseArgs } from 'node:util'
import { isRefusal } from '../../values/refusal.ts'
import { createCompany } from '../../people/server/commands/set-up.ts'
import { type Command, UsageError } from '../command.ts'
import { withServices } from '../beside-app.ts'

export const companyCreate: Command = {
  name: 'company create',
  says: 'make a company',
  usage:
    'relevo company create NAME --country CC --currency CUR [--language en|es|zh] [--time-zone ZONE] [--json]',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        country: { type: 'string' },
        currency: { type: 'string' },
        language: { type: 'string' },
        'time-zone': { type: 'string' },
      },
    })
    const name = positionals.join(' ').trim()
    const { country, currency } = values
    const language = values.language ?? 'en'
    if (name === '') throw new UsageError('The company needs a name.')
    if (country === undefined || !/^[A-Z]{2}$/.test(country))
      throw new UsageError('--country must be a code of two capital letters, e.g. ES.')
    if (currency === undefined || !/^[A-Z]{3}$/.test(currency))
      throw new UsageError('--currency must be a code of three capital letters, e.g. EUR.')
    if (!['en', 'es', 'zh'].includes(language)) throw new UsageError('--language must be en, es or zh.')
    return await withServices(io, async (services) => {
      const made = await createCompany(services, {
        name,
        country,
        currency,
        language,
        timeZone: values['time-zone'],
      })
      if (isRefusal(made)) throw new Error(`There is already a company named "${name}".`)
      io.answer({ id: made.companyId, name }, `${name} is there.`)
      return 0
    })
  },
}
