import type { Map as MapLibreMap } from 'maplibre-gl'
import { baseStyle } from './base-layers.ts'
import { type BaseMap, loadBaseMap } from './base-map.ts'
import { loadMap } from './load-map.ts'
import { type MapColours, readColours } from './map-colours.ts'

type Settings = {
  readonly container: HTMLElement
  readonly label: string
  /** What the pin is called, where there is one. */
  readonly pin?: string
  /** The id of the text that tells the keys. */
  readonly hint: string
  readonly language: string
  /** The address of a style to draw instead of the map that comes with the app. */
  readonly styleUrl: string | null
}

export type OpenMap = {
  readonly maplibre: Awaited<ReturnType<typeof loadMap>>
  readonly map: MapLibreMap
  /** Null where a style of its own is drawn. */
  readonly base: BaseMap | null
  readonly colours: () => MapColours
}

const cjkFont = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"

/** The map itself, flat and north up, with its scale and its names; nothing on it yet. Throws without WebGL. */
export async function openMap({
  container,
  label,
  pin = label,
  hint,
  language,
  styleUrl,
}: Settings): Promise<OpenMap> {
  const [maplibre, base] = await Promise.all([loadMap(), styleUrl === null ? loadBaseMap() : null])
  const colours = () => readColours(container)
  const map = new maplibre.Map({
    container,
    style: base === null ? (styleUrl ?? '') : baseStyle(base, colours(), language),
    center: [5, 25],
    zoom: 0.8,
    minZoom: 0.4,
    maxZoom: 17,
    attributionControl: false,
    dragRotate: false,
    maxPitch: 0,
    fadeDuration: 120,
    localIdeographFontFamily: cjkFont,
    locale: { 'Map.Title': label, 'Marker.Title': pin },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new maplibre.ScaleControl({ maxWidth: 90 }), 'bottom-left')
  map.getCanvas().setAttribute('aria-describedby', hint)
  return { maplibre, map, base, colours }
}
