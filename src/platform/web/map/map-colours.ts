/** Colours as MapLibre reads them; it knows no CSS variables. */
export type MapColours = {
  readonly water: string
  readonly land: string
  readonly line: string
  readonly border: string
  readonly text: string
  readonly faintText: string
  readonly halo: string
  readonly surface: string
  readonly accent: string
}

/** What a CSS colour is just now, here: 'var(--mantine-color-red-6)' in the scheme that is on. */
export function resolveColour(element: Element, colour: string): string {
  const probe = document.createElement('span')
  probe.style.color = colour
  element.append(probe)
  const resolved = getComputedStyle(probe).color
  probe.remove()
  return resolved
}

/** The map's colours, set in PointMap.module.css for the light and the dark scheme. */
export function readColours(element: Element): MapColours {
  const of = (name: string) => resolveColour(element, `var(--map-${name})`)
  return {
    water: of('water'),
    land: of('land'),
    line: of('line'),
    border: of('border'),
    text: of('text'),
    faintText: of('faint-text'),
    halo: of('halo'),
    surface: of('surface'),
    accent: of('accent'),
  }
}
