import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'

/** MapLibre types each property's value by its name; a whole layer's come from the style types, which agree. */
type Paintable = {
  setPaintProperty: (layer: string, name: string, value: unknown) => void
  setLayoutProperty: (layer: string, name: string, value: unknown) => void
}

/** Sets the look of layers that are already drawn. */
export function repaint(map: MapLibreMap, layers: readonly LayerSpecification[]): void {
  const paintable = map as unknown as Paintable
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer.paint ?? {}))
      paintable.setPaintProperty(layer.id, name, value)
    for (const [name, value] of Object.entries(layer.layout ?? {}))
      paintable.setLayoutProperty(layer.id, name, value)
  }
}
