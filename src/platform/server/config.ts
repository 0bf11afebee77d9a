import { resolve } from 'node:path'
import { isIP } from 'node:net'
import { webAddress } from './about.ts'

/** Everything the environment decides, read once when the program starts. */
export type Config = {
  /** TCP port of the web server; 0 lets the system choose. PORT, default 3000. */
  readonly port: number
  /** Address it listens on. HOST, loopback by default: open to the network only when somebody says so. */
  readonly host: string
  /** Absolute folder of everything that must survive a restart. RELEVO_DATA, default `.relevo` in the project. */
  readonly dataFolder: string
  /** A PostgreSQL >= 15 of the user's own, or null for the embedded one. DATABASE_URL. */
  readonly databaseUrl: string | null
  /** The code that opens an empty installation, or null to have one made up. RELEVO_SETUP_CODE. */
  readonly setupCode: string | null
  /** The address people type, without a slash at its end, when it isn't http://HOST:PORT. RELEVO_URL. */
  readonly publicUrl: string | null
  /** The mail server, or null: then nothing is mailed and links are shown instead. RELEVO_SMTP_URL. */
  readonly smtpUrl: string | null
  /** Whom mail comes from. RELEVO_MAIL_FROM, default relevo@ the host of RELEVO_URL. */
  readonly mailFrom: string | null
  /** An OpenID Connect provider to sign in with, or null. RELEVO_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _NAME. */
  readonly oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null
  /** How many servers of ours stand in front and pass the asker's address on (X-Forwarded-For). RELEVO_PROXIES, 0. */
  readonly proxies: number
  /** Lets others than this machine read /metrics with `Authorization: Bearer …`. RELEVO_METRICS_TOKEN. */
  readonly metricsToken: string | null
  /** Where the source of this very installation is, when it isn't the published one (AGPL section 13). RELEVO_SOURCE_URL. */
  readonly sourceUrl: string | null
  /** Lets webhooks reach this machine and its own network, also without encryption. RELEVO_PRIVATE_WEBHOOKS, `no`. */
  readonly privateTargets: boolean
  /** RELEVO_LOG, default `info`. */
  readonly logLevel: LogLevel
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** One variable that can't be used: which, what it held (never a secret), what it has to be. */
export type ConfigProblem = { readonly variable: string; readonly value: string; readonly rule: string }

/** Thrown by `readConfig` with all problems at once; `message` has one line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly ConfigProblem[]
  constructor(problems: readonly ConfigProblem[]) {
    super(
      problems.map(({ variable, value, rule }) => `${variable} is ${value}: it must be ${rule}`).join('\n'),
    )
    this.problems = problems
  }
}

type Read = <T>(
  variable: string,
  absent: T,
  parse: (text: string) => T | undefined,
  rule: string,
  show?: (text: string) => string,
) => T
type Environment = Readonly<Record<string, string | undefined>>

const project = resolve(import.meta.dirname, '../../..')

/**
 * Reads the environment. An empty variable counts as absent, a relative folder as one inside the project.
 * Looks at nothing but its argument. Throws a ConfigError that names every unusable variable.
 */
export function readConfig(env: Environment): Config {
  const problems: ConfigProblem[] = []
  function read<T>(
    variable: string,
    absent: T,
    parse: (text: string) => T | undefined,
    rule: string,
    show = quote,
  ): T {
    const text = env[variable]?.trim()
    if (text === undefined || text === '') return absent
    const value = parse(text)
    if (value !== undefined) return value
    problems.push({ variable, value: show(text), rule })
    return absent
  }
  const config: Config = {
    port: read('PORT', 3000, parsePort, 'a whole number from 0 to 65535 (0 lets the system choose)'),
    host: read('HOST', '127.0.0.1', parseHost, 'an IP address or a host name, such as 127.0.0.1 or 0.0.0.0'),
    dataFolder: read('RELEVO_DATA', resolve(project, '.relevo'), parseFolder, 'the path of a folder'),
    databaseUrl: read<string | null>('DATABASE_URL', null, parseDatabaseUrl, databaseRule, withoutLogin),
    setupCode: read<string | null>('RELEVO_SETUP_CODE', null, parseSetupCode, setupCodeRule, length),
    publicUrl: read<string | null>(
      'RELEVO_URL',
      null,
      parsePublicUrl,
      'an address like https://relevo.example.com',
    ),
    smtpUrl: read<string | null>('RELEVO_SMTP_URL', null, parseSmtpUrl, smtpRule, withoutLogin),
    mailFrom: read<string | null>('RELEVO_MAIL_FROM', null, parseMailFrom, 'an e-mail address'),
    oidc: readOidc(read, problems),
    proxies: read(
      'RELEVO_PROXIES',
      0,
      (text) => (/^\d$/.test(text) ? Number(text) : undefined),
      'a whole number from 0 to 9',
    ),
    metricsToken: read<string | null>(
      'RELEVO_METRICS_TOKEN',
      null,
      (text) => (/^[\x21-\x7e]{16,256}$/.test(text) ? text : undefined),
      '16 to 256 visible characters without spaces',
      length,
    ),
    sourceUrl: read<string | null>(
      'RELEVO_SOURCE_URL',
      null,
      (text) => webAddress(text) ?? undefined,
      'an address like https://code.example.com/relevo',
    ),
    privateTargets: read(
      'RELEVO_PRIVATE_WEBHOOKS',
      false,
      (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
      'yes or no',
    ),
    logLevel: read('RELEVO_LOG', 'info', parseLogLevel, `one of ${logLevels.join(', ')}`),
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

/** All three of issuer, id and secret, or none. */
function readOidc(read: Read, problems: ConfigProblem[]): Config['oidc'] {
  const issuer = read<string>(
    'RELEVO_OIDC_ISSUER',
    '',
    parseIssuer,
    'an address like https://login.example.com',
  )
  const clientId = read('RELEVO_OIDC_CLIENT_ID', '', asIs, '')
  const clientSecret = read('RELEVO_OIDC_CLIENT_SECRET', '', asIs, '')
  const name = read('RELEVO_OIDC_NAME', 'OpenID Connect', asIs, '')
  const parts = {
    RELEVO_OIDC_ISSUER: issuer,
    RELEVO_OIDC_CLIENT_ID: clientId,
    RELEVO_OIDC_CLIENT_SECRET: clientSecret,
  }
  const missing = Object.entries(parts).filter(([, value]) => value === '')
  if (missing.length === 3) return null
  for (const [variable] of missing) {
    if (problems.some((problem) => problem.variable === variable)) continue
    problems.push({ variable, value: 'missing', rule: 'set, as the others of RELEVO_OIDC_… are' })
  }
  return missing.length > 0 ? null : { issuer, clientId, clientSecret, name }
}

const databaseRule = 'an address like postgresql://user:password@host:5432/database'
const smtpRule = 'an address like smtps://user:password@mail.example.com:465'
const setupCodeRule = '8 to 128 visible characters without spaces'

function parsePort(text: string): number | undefined {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65535 ? port : undefined
}

function parseHost(text: string): string | undefined {
  const name = /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i
  const looksLikeNumbers = /^[\d.]+$/.test(text)
  return isIP(text) > 0 || (name.test(text) && !looksLikeNumbers) ? text : undefined
}

function parseFolder(text: string): string | undefined {
  return text.includes('\0') ? undefined : resolve(project, text)
}

function parseDatabaseUrl(text: string): string | undefined {
  const url = /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && url.pathname.length > 1 ? text : undefined
}

function parseSetupCode(text: string): string | undefined {
  return /^[\x21-\x7e]{8,128}$/.test(text) ? text : undefined
}

function parsePublicUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return isWeb && url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : undefined
}

function parseIssuer(text: string): string | undefined {
  return /^https?:\/\/./.test(text) && URL.canParse(text) ? text.replace(/\/$/, '') : undefined
}

function asIs(text: string): string {
  return text
}

function parseSmtpUrl(text: string): string | undefined {
  return /^smtps?:\/\/./.test(text) && URL.canParse(text) ? text : undefined
}

function parseMailFrom(text: string): string | undefined {
  return /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(text) ? text : undefined
}

function parseLogLevel(text: string): LogLevel | undefined {
  return logLevels.find((level) => level === text)
}

function quote(text: string): string {
  return JSON.stringify(text)
}

function length(text: string): string {
  return `a secret of ${text.length} characters`
}

/** A mistyped address may still hold a password: the whole login is hidden. */
function withoutLogin(text: string): string {
  return quote(text.replace(/^([a-z]+:\/\/)?.*@/i, '$1***@'))
}
