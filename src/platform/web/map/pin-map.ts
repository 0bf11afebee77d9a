import type { MapMouseEvent } from 'maplibre-gl'
import type { Point } from '../../../values/geo.ts'
import { baseLayers } from './base-layers.ts'
import { openMap } from './open-map.ts'
import { repaint } from './repaint.ts'

export type PinMap = {
  /** Puts the pin somewhere, or takes it away; the map follows when it would lie outside. */
  readonly put: (point: Point | null) => void
  /** Where the middle of the map is. */
  readonly middle: () => Point
  readonly wear: (language: string) => void
  readonly zoomBy: (steps: number) => void
  readonly remove: () => void
}

type Settings = {
  readonly container: HTMLElement
  readonly label: string
  /** What the pin is called. */
  readonly pin: string
  readonly hint: string
  readonly language: string
  /** Where the map begins, and how near. */
  readonly start: { readonly point: Point; readonly zoom: number } | null
  readonly onPut: (point: Point) => void
}

/** To a tenth of a metre: more is noise. */
function pointOf({ lat, lng }: { lat: number; lng: number }): Point {
  return { latitude: Math.round(lat * 1e6) / 1e6, longitude: Math.round(lng * 1e6) / 1e6 }
}

/**
 * A map with one pin, put by dragging it or pressing a spot; by keyboard with the arrow keys on the pin (further with
 * Shift), or Enter for the middle of the map. Throws without WebGL.
 */
export async function createPinMap(settings: Settings): Promise<PinMap> {
  const { start, onPut } = settings
  const { maplibre, map, base, colours } = await openMap({ ...settings, styleUrl: null })
  if (start !== null) map.jumpTo({ center: [start.point.longitude, start.point.latitude], zoom: start.zoom })
  const marker = new maplibre.Marker({ draggable: true, color: colours().accent })
  let isPut = false
  const set = (point: Point) => {
    marker.setLngLat([point.longitude, point.latitude])
    if (!isPut) marker.addTo(map)
    isPut = true
  }
  const middle = () => pointOf(map.getCenter().wrap())
  marker.on('dragend', () => onPut(pointOf(marker.getLngLat().wrap())))
  map.on('click', ({ lngLat }: MapMouseEvent) => onPut(pointOf(lngLat.wrap())))
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onPut(middle())
  })
  await map.once('style.load')
  return {
    put(point) {
      if (point === null) {
        marker.remove()
        isPut = false
        return
      }
      set(point)
      const at: [number, number] = [point.longitude, point.latitude]
      if (!map.getBounds().contains(at)) map.jumpTo({ center: at, zoom: Math.max(map.getZoom(), 9) })
    },
    middle,
    wear(language) {
      if (base !== null) repaint(map, baseLayers(colours(), language))
    },
    zoomBy: (steps) => void map.zoomTo(map.getZoom() + steps),
    remove: () => map.remove(),
  }
}
