import type { GeoJSONSource, Marker } from 'maplibre-gl'
import { type Point, boundsOf } from '../../../values/geo.ts'
import { baseLayers } from './base-layers.ts'
import { openMap } from './open-map.ts'
import { repaint } from './repaint.ts'

/** A way to draw: its stops in their order, each with the number that it bears, and where it begins and ends, if that is known. */
export type Way = {
  readonly stops: readonly { readonly point: Point; readonly number: number }[]
  readonly base: Point | null
  /** A CSS colour. */
  readonly colour: string
}
export type RouteMap = {
  readonly show: (ways: readonly Way[]) => void
  readonly wear: (language: string) => void
  readonly zoomBy: (steps: number) => void
  readonly fit: () => void
  readonly remove: () => void
}
type Settings = {
  readonly container: HTMLElement
  readonly label: string
  readonly hint: string
  readonly language: string
  /** The class of a stop's number, and of the base. */
  readonly classes: { readonly stop: string; readonly base: string }
}

const at = ({ longitude, latitude }: Point): [number, number] => [longitude, latitude]

function linesOf(ways: readonly Way[]): GeoJSON.FeatureCollection<GeoJSON.LineString> {
  return {
    type: 'FeatureCollection',
    features: ways.flatMap(({ stops, base }) => {
      const around = base === null ? [] : [base]
      const points = [...around, ...stops.map(({ point }) => point), ...around]
      const coordinates = points.map(at)
      return points.length < 2
        ? []
        : [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } } as const]
    }),
  }
}

/** A map of routes with numbered stops, from one to the next as the crow flies. Throws without WebGL. */
export async function createRouteMap(settings: Settings): Promise<RouteMap> {
  const { container, classes } = settings
  const { maplibre, map, base, colours } = await openMap({ ...settings, styleUrl: null })
  await map.once('style.load')
  map.addSource('way', { type: 'geojson', data: linesOf([]) })
  const line = () =>
    ({
      id: 'way',
      type: 'line',
      source: 'way',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours().accent, 'line-width': 2.5, 'line-opacity': 0.75 },
    }) as const
  map.addLayer(line())
  let markers: Marker[] = []
  let shown: readonly Way[] = []
  const mark = (point: Point, text: string, className: string, colour?: string) => {
    const element = document.createElement('div')
    element.className = className
    element.textContent = text
    if (colour !== undefined) element.style.backgroundColor = colour
    const marker = new maplibre.Marker({ element }).setLngLat(at(point)).addTo(map)
    // The list beside the map says it all: a number alone tells nobody who can't see where it stands.
    element.removeAttribute('role')
    element.removeAttribute('aria-label')
    element.removeAttribute('tabindex')
    element.setAttribute('aria-hidden', 'true')
    markers.push(marker)
  }
  const fit = (animate: boolean) => {
    const points = shown.flatMap(({ stops, base: from }) => [
      ...stops.map(({ point }) => point),
      ...(from === null ? [] : [from]),
    ])
    const box = boundsOf(points)
    if (box === null) return
    const padding = Math.min(48, container.clientWidth / 8, container.clientHeight / 8)
    map.fitBounds([box.west, box.south, box.east, box.north], { padding, maxZoom: 13, animate })
  }
  return {
    show(ways) {
      shown = ways
      for (const marker of markers) marker.remove()
      markers = []
      map.getSource<GeoJSONSource>('way')?.setData(linesOf(ways))
      for (const { base: from } of ways) if (from !== null) mark(from, '', classes.base)
      for (const { stops, colour } of ways)
        for (const { point, number } of stops) mark(point, String(number), classes.stop, colour)
      fit(false)
    },
    wear(language) {
      if (base !== null) repaint(map, baseLayers(colours(), language))
      repaint(map, [line()])
    },
    zoomBy: (steps) => void map.zoomTo(map.getZoom() + steps),
    fit: () => fit(true),
    remove: () => map.remove(),
  }
}
