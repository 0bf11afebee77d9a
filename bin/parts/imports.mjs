import { ownNode, tool } from './project.mjs'
import { capture, whole } from './stages.mjs'

/** Which file may import which (.dependency-cruiser.cjs). Having looked at nothing is a failure: it has happened. */
export async function checkImports() {
  const program = tool('dependency-cruiser', 'depcruise')
  const { code, said } = await capture(ownNode(), [program, 'src', '--config', '.dependency-cruiser.cjs'])
  return judge(code, said)
}

/** `said` ends with a line like "✔ no dependency violations found (132 modules, 308 dependencies cruised)". */
export function judge(code, said) {
  const modules = Number(/(\d+) modules, \d+ dependencies cruised/.exec(said)?.[1] ?? 0)
  if (code === 0 && modules === 0)
    return whole(false, `${said}\nNo file was looked at: is TypeScript 6 installed?`)
  return whole(code === 0, code === 0 ? '' : said)
}
