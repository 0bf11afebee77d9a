import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { mapFont } from './base-layers.ts'
import type { MapColours } from './map-colours.ts'

export const layerIds = {
  clusters: 'point-clusters',
  exact: 'points',
  approximate: 'points-approximate',
} as const

/** Sums by which a cluster knows how many of each value it holds: v0, v1, … */
export function clusterSums(values: number): Record<string, ExpressionSpecification> {
  return Object.fromEntries(
    Array.from({ length: values }, (_, value) => [
      `v${value}`,
      ['+', ['case', ['==', ['get', 'v'], value], 1, 0]],
    ]),
  )
}

/** The name of a cluster's picture: its size and twelfths of each value; see cluster-image.ts, which draws it by name. */
function clusterImage(values: number, scheme: string): ExpressionSpecification {
  const twelfths = Array.from({ length: values }, (_, value): ExpressionSpecification => {
    const share: ExpressionSpecification = ['/', ['*', 12, ['get', `v${value}`]], ['get', 'point_count']]
    return ['concat', '/', ['ceil', ['-', share, 0.001]]]
  })
  const size: ExpressionSpecification = ['step', ['get', 'point_count'], 0, 10, 1, 100, 2, 1000, 3]
  return ['concat', `cluster/${scheme}/`, size, ...twelfths]
}

function colourOf(colours: readonly string[], fallback: string): ExpressionSpecification | string {
  if (colours.length === 0) return fallback
  const cases = colours.flatMap((colour, value) => [value, colour])
  return ['match', ['get', 'v'], ...cases, fallback] as unknown as ExpressionSpecification
}

const single: ExpressionSpecification = ['!', ['has', 'point_count']]
const isApproximate: ExpressionSpecification = ['==', ['get', 'a'], 1]

/** The radius in pixels of a circle of so many metres (`m`: at zoom 0, at the point's latitude). */
const radiusInMetres: ExpressionSpecification = [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  0,
  ['get', 'm'],
  22,
  ['*', ['get', 'm'], 2 ** 22],
]

/** A circle that has outgrown the screen would only tint it. */
function visibleUpTo(pixels: number, opacity: number): ExpressionSpecification {
  const at = (zoom: number) => ['case', ['>', ['*', ['get', 'm'], 2 ** zoom], pixels], 0, opacity]
  const steps = Array.from({ length: 17 }, (_, zoom) => [zoom + 1, at(zoom + 1)]).flat()
  return ['step', ['zoom'], at(0), ...steps] as unknown as ExpressionSpecification
}

type Look = {
  readonly colours: MapColours
  /** One a value, as MapLibre reads them. */
  readonly valueColours: readonly string[]
  readonly scheme: 'light' | 'dark'
}

/** From the bottom: the circles of accuracy, points, clusters, and what is selected or pointed at. */
export function pointLayers({ colours, valueColours, scheme }: Look): LayerSpecification[] {
  const colour = colourOf(valueColours, colours.accent)
  return [
    {
      id: 'point-accuracy',
      type: 'circle',
      source: 'emphasis',
      paint: {
        'circle-radius': radiusInMetres,
        'circle-color': colour,
        'circle-opacity': visibleUpTo(320, 0.12),
        'circle-stroke-color': colour,
        'circle-stroke-width': 1,
        'circle-stroke-opacity': visibleUpTo(900, 0.5),
        'circle-pitch-alignment': 'map',
      },
    },
    {
      id: layerIds.exact,
      type: 'circle',
      source: 'points',
      filter: ['all', single, ['!', isApproximate]],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, 4.5, 12, 7],
        'circle-color': colour,
        'circle-stroke-color': colours.surface,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: layerIds.approximate,
      type: 'symbol',
      source: 'points',
      filter: ['all', single, isApproximate],
      layout: {
        'icon-image': ['concat', `ring/${scheme}/`, ['get', 'v']],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 3, 0.75, 12, 1],
      },
    },
    {
      id: layerIds.clusters,
      type: 'symbol',
      source: 'points',
      filter: ['has', 'point_count'],
      layout: {
        'icon-image': clusterImage(valueColours.length, scheme),
        'icon-allow-overlap': true,
        'text-field': ['get', 'point_count_abbreviated'],
        'text-font': mapFont,
        'text-size': ['step', ['get', 'point_count'], 11, 100, 12, 1000, 13],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': colours.text },
    },
    {
      id: 'point-emphasis',
      type: 'circle',
      source: 'emphasis',
      paint: {
        'circle-radius': 11,
        'circle-color': colour,
        'circle-opacity': 0.35,
        'circle-stroke-color': colours.accent,
        'circle-stroke-width': 2.5,
      },
    },
  ]
}
