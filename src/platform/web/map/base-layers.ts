import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import type { BaseMap } from './base-map.ts'
import type { MapColours } from './map-colours.ts'

/** Drawn from the fonts of the page and the system: there is no server of glyphs. */
export const mapFont = [
  'Figtree Variable',
  'PingFang SC',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'sans-serif',
]

type Text = DataDrivenPropertyValueSpecification<string>

function townName(language: string): Text {
  return language === 'zh' ? ['get', 'zh'] : ['get', 'name']
}

/** Named from their own zoom on; filters may ask for the zoom, which no other property can. */
const fromOwnZoom: ['>=', ['zoom'], ['get', string]] = ['>=', ['zoom'], ['get', 'zoom']]

/**
 * Coasts and borders are true to a few kilometres. From zoom 8 on they fade into a plain sheet, so that nobody's shop
 * seems to stand in the sea or abroad.
 */
function fading(most: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 7.5, most, 9.5, 0]
}

function areas(colours: MapColours): LayerSpecification[] {
  return [
    {
      id: 'water',
      type: 'background',
      paint: {
        'background-color': ['interpolate', ['linear'], ['zoom'], 7.5, colours.water, 9.5, colours.land],
      },
    },
    {
      id: 'land',
      type: 'fill',
      source: 'land',
      paint: { 'fill-color': colours.land, 'fill-outline-color': colours.land },
    },
    {
      id: 'lakes',
      type: 'fill',
      source: 'lakes',
      paint: { 'fill-color': colours.water, 'fill-opacity': fading(1) },
    },
    {
      id: 'rivers',
      type: 'line',
      source: 'rivers',
      minzoom: 3,
      paint: {
        'line-color': colours.water,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.6, 8, 2.4],
        'line-opacity': fading(1),
      },
    },
    {
      id: 'divisions',
      type: 'line',
      source: 'divisions',
      minzoom: 3.5,
      paint: {
        'line-color': colours.line,
        'line-width': 0.8,
        'line-dasharray': [3, 2],
        'line-opacity': fading(1),
      },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'borders',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colours.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.6, 8, 1.8],
        'line-opacity': fading(1),
      },
    },
  ]
}

function names(colours: MapColours, language: string): LayerSpecification[] {
  return [
    {
      id: 'countries',
      type: 'symbol',
      source: 'countries',
      maxzoom: 6.5,
      filter: fromOwnZoom,
      layout: {
        'text-field': ['get', language],
        'text-font': mapFont,
        'text-size': ['interpolate', ['linear'], ['zoom'], 2, 10, 6, 14],
        'text-letter-spacing': language === 'zh' ? 0.2 : 0.08,
        'text-max-width': 7,
        'symbol-sort-key': ['get', 'zoom'],
      },
      paint: { 'text-color': colours.faintText, 'text-halo-color': colours.halo, 'text-halo-width': 1.2 },
    },
    {
      id: 'towns',
      type: 'symbol',
      source: 'towns',
      filter: fromOwnZoom,
      layout: {
        'text-field': townName(language),
        'text-font': mapFont,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          ['case', ['get', 'big'], 11, 10],
          10,
          ['case', ['get', 'big'], 16, 13],
        ],
        'text-max-width': 8,
        // Beside a cluster that stands on the town, instead of below it.
        'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
        'text-radial-offset': 1.1,
        'text-justify': 'auto',
        'symbol-sort-key': ['get', 'row'],
        'text-padding': 6,
      },
      paint: { 'text-color': colours.text, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 },
    },
  ]
}

export function baseLayers(colours: MapColours, language: string): LayerSpecification[] {
  return [...areas(colours), ...names(colours, language)]
}

/** A whole style without an address in it. */
export function baseStyle(base: BaseMap, colours: MapColours, language: string): StyleSpecification {
  const sources: StyleSpecification['sources'] = {}
  for (const [name, data] of Object.entries(base)) {
    const isCoarse = name !== 'towns' && name !== 'countries'
    sources[name] = {
      type: 'geojson',
      data,
      maxzoom: isCoarse ? 7 : 10,
      ...(isCoarse ? { tolerance: 0.2 } : {}),
    }
  }
  return { version: 8, sources, layers: baseLayers(colours, language) }
}
