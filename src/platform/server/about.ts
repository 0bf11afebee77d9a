import { readFileSync } from 'node:fs'

/** What runs here, under which licence, and where its source is; null when nobody has said where. */
export type About = { readonly version: string; readonly licence: string; readonly source: string | null }

type Manifest = {
  readonly version: string
  readonly license: string
  readonly homepage?: string
  readonly repository?: string | { readonly url: string }
}

/** The address when it is one that a browser opens, else null. `git+https://…` and a final `.git` are read as npm writes them. */
export function webAddress(text: string | undefined): string | null {
  const plain = (text ?? '').replace(/^git\+/, '').replace(/\.git$/, '')
  return /^https?:\/\/./.test(plain) && URL.canParse(plain) ? plain : null
}

/**
 * What the program says of itself. Whoever changes Relevo and lets others use it over a network offers them the changed
 * source (AGPL, section 13): `sourceUrl` says where that is and goes before what the package names.
 */
export function aboutOf(manifest: Manifest, sourceUrl: string | null): About {
  const { version, license, repository, homepage } = manifest
  const published = typeof repository === 'object' ? repository.url : repository
  return { version, licence: license, source: sourceUrl ?? webAddress(published) ?? webAddress(homepage) }
}

/** The package this program is part of. */
export function ownManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as Manifest
}
