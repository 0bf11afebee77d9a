import { UsageError, type Io } from './program/command.ts'
import { commands } from './program/commands.ts'

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `Relevo runs on Node 24 and this is ${process.versions.node}. Start it with npm start or npm run relevo.\n`,
  )
  process.exit(1)
}

process.exitCode = await main(process.argv.slice(2))

/** Finds the longest name that matches ('transfer undo' before 'transfer') and runs it. Exit codes: 0 done, 1 refused or failed, 2 called wrongly. */
async function main(words: string[]): Promise<number> {
  const found = [2, 1].map((n) => words.slice(0, n).join(' ')).find((name) => Object.hasOwn(commands, name))
  const entry = found === undefined ? undefined : commands[found]
  if (found === undefined || entry === undefined) {
    const asked = words.length === 0 || words[0] === '--help' || words[0] === 'help'
    ;(asked ? process.stdout : process.stderr).write(
      asked ? overview() : `There is no command "${words[0]}".\n\n${overview()}`,
    )
    return asked ? 0 : 2
  }
  const rest = words.slice(found.split(' ').length)
  const io = ioOf(rest)
  const command = await entry.load()
  if (rest.includes('--help')) {
    process.stdout.write(`${command.says}\n\n  ${command.usage}\n`)
    return 0
  }
  try {
    return await command.run(
      rest.filter((word) => word !== '--json'),
      io,
    )
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (io.json) process.stdout.write(`${JSON.stringify({ error: message })}\n`)
    io.complain(error instanceof UsageError ? `${message}\n  ${command.usage}` : message)
    return error instanceof UsageError ? 2 : 1
  }
}

function ioOf(words: readonly string[]): Io {
  const json = words.includes('--json')
  return {
    env: process.env,
    json,
    say: (line) => void (json || process.stdout.write(`${line}\n`)),
    answer: (value, text) => void process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(width)}  ${says}`)
  return `relevo <command> [--json] [--help]\n\n${lines.join('\n')}\n`
}
