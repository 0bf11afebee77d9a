import { parseArgs } from 'node:util'
import { makeDemo } from '../../demo/server/commands.ts'
import { DemoSize } from '../../demo/schema.ts'
import { type Command, UsageError } from '../command.ts'
import { withServices } from '../beside-app.ts'

export const demo: Command = {
  name: 'demo',
  says: 'make a demo company',
  usage:
    'relevo demo [--language en|es|zh] [--customers 500] [--people 24] [--months 18] [--seed relevo] [--json]',
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        language: { type: 'string' },
        customers: { type: 'string' },
        people: { type: 'string' },
        months: { type: 'string' },
        seed: { type: 'string' },
      },
    })
    const size = DemoSize.safeParse({
      ...values,
      customers: number(values.customers),
      people: number(values.people),
      months: number(values.months),
    })
    if (!size.success) {
      throw new UsageError(
        size.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'),
      )
    }
    return await withServices(io, async (services) => {
      const made = await makeDemo(services, size.data, null, () => {})
      io.answer(made, `${made.name}: ${made.customers} customers, ${made.people} people.`)
      return 0
    })
  },
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}
