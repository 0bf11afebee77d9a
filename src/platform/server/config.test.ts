import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const project = resolve(import.meta.dirname, '../../..')

function problemsOf(env: Record<string, string>) {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('readConfig', () => {
  test('an empty environment gives loopback, the project folder and the embedded database', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: `${project}/.relevo`,
      databaseUrl: null,
      setupCode: null,
      publicUrl: null,
      smtpUrl: null,
      mailFrom: null,
      oidc: null,
      privateTargets: false,
      proxies: 0,
      metricsToken: null,
      sourceUrl: null,
      logLevel: 'info',
    })
  })

  test('an empty variable counts as absent, spaces around a value do not count', () => {
    expect(readConfig({ PORT: '', HOST: '  ', DATABASE_URL: '' })).toEqual(readConfig({}))
    expect(readConfig({ PORT: ' 8080 ' }).port).toBe(8080)
  })

  test.each([
    ['PORT', '0', 'port', 0],
    ['PORT', '65535', 'port', 65535],
    ['HOST', '0.0.0.0', 'host', '0.0.0.0'],
    ['HOST', '::', 'host', '::'],
    ['HOST', 'localhost', 'host', 'localhost'],
    ['RELEVO_DATA', '/var/lib/relevo', 'dataFolder', '/var/lib/relevo'],
    ['RELEVO_DATA', 'Daten ü', 'dataFolder', `${project}/Daten ü`],
    ['DATABASE_URL', 'postgres://a:b@db/relevo', 'databaseUrl', 'postgres://a:b@db/relevo'],
    ['RELEVO_SETUP_CODE', 'correct-horse', 'setupCode', 'correct-horse'],
    ['RELEVO_URL', 'https://relevo.example.com/', 'publicUrl', 'https://relevo.example.com'],
    ['RELEVO_LOG', 'warn', 'logLevel', 'warn'],
    ['RELEVO_PROXIES', '1', 'proxies', 1],
    ['RELEVO_SMTP_URL', 'smtps://a:b@mail.example.com:465', 'smtpUrl', 'smtps://a:b@mail.example.com:465'],
    ['RELEVO_MAIL_FROM', 'Relevo <relevo@example.com>', 'mailFrom', 'Relevo <relevo@example.com>'],
    ['RELEVO_SOURCE_URL', 'https://code.example.com/ours', 'sourceUrl', 'https://code.example.com/ours'],
    ['RELEVO_METRICS_TOKEN', 'sixteen-or-more-chars', 'metricsToken', 'sixteen-or-more-chars'],
  ] as const)('%s=%s', (variable, text, key, value) => {
    expect(readConfig({ [variable]: text })[key]).toBe(value)
  })

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['PORT', '80 80'],
    ['PORT', 'http'],
    ['HOST', 'http://localhost'],
    ['HOST', '256.1.1.1'],
    ['HOST', '127.0.0.1:3000'],
    ['DATABASE_URL', 'mysql://a@b/c'],
    ['DATABASE_URL', 'postgresql://db.example.com'],
    ['DATABASE_URL', 'relevo'],
    ['RELEVO_SETUP_CODE', 'short'],
    ['RELEVO_SETUP_CODE', 'with a space in it'],
    ['RELEVO_URL', 'relevo.example.com'],
    ['RELEVO_URL', 'https://example.com/relevo'],
    ['RELEVO_LOG', 'loud'],
    ['RELEVO_PROXIES', 'one'],
    ['RELEVO_SMTP_URL', 'mail.example.com'],
    ['RELEVO_MAIL_FROM', 'nobody'],
    ['RELEVO_METRICS_TOKEN', 'short'],
    ['RELEVO_SOURCE_URL', 'code.example.com'],
    ['RELEVO_SOURCE_URL', 'javascript:alert(1)'],
  ])('%s=%s is refused with the variable named', (variable, text) => {
    expect(problemsOf({ [variable]: text }).map((problem) => problem.variable)).toEqual([variable])
  })

  test('a provider to sign in with is told whole or not at all', () => {
    const whole = {
      RELEVO_OIDC_ISSUER: 'https://login.example.com/',
      RELEVO_OIDC_CLIENT_ID: 'relevo',
      RELEVO_OIDC_CLIENT_SECRET: 'secret',
    }
    expect(readConfig(whole).oidc).toEqual({
      issuer: 'https://login.example.com',
      clientId: 'relevo',
      clientSecret: 'secret',
      name: 'OpenID Connect',
    })
    const { RELEVO_OIDC_CLIENT_ID: _, ...half } = whole
    expect(problemsOf(half).map((problem) => problem.variable)).toEqual(['RELEVO_OIDC_CLIENT_ID'])
    expect(problemsOf({ ...whole, RELEVO_OIDC_ISSUER: 'login' }).map(({ variable }) => variable)).toEqual([
      'RELEVO_OIDC_ISSUER',
    ])
  })

  test('all problems are told at once, each with value and rule', () => {
    expect(() => readConfig({ PORT: 'x', RELEVO_LOG: 'loud' })).toThrow(
      'PORT is "x": it must be a whole number from 0 to 65535 (0 lets the system choose)\n' +
        'RELEVO_LOG is "loud": it must be one of debug, info, warn, error, silent',
    )
  })

  test.each([
    'mysql://ana:geheim@db/x',
    'postgresql:ana:geheim@db',
    'ana:geheim@db/x',
    'mysql://:gehe:im@@db/x',
  ])('the password in %s is not shown', (text) => {
    expect(problemsOf({ DATABASE_URL: text })[0]?.value).not.toMatch(/gehe|im@/)
  })

  test('a set-up code is never repeated', () => {
    expect(problemsOf({ RELEVO_SETUP_CODE: 'öffne-dich' })[0]?.value).toBe('a secret of 10 characters')
  })

  test('every port there is is accepted and no other number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 200_000 }), (port) => {
        const accepted = problemsOf({ PORT: String(port) }).length === 0
        expect(accepted).toBe(port >= 0 && port <= 65535)
      }),
    )
  })
})
