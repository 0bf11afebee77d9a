const density = 2
const radii = [15, 18, 22, 27]

function canvasOf(size: number): { context: CanvasRenderingContext2D; centre: number } {
  const canvas = document.createElement('canvas')
  canvas.width = size * density
  canvas.height = size * density
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('This browser draws no pictures')
  context.scale(density, density)
  return { context, centre: size / 2 }
}

function imageOf(context: CanvasRenderingContext2D): ImageData {
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height)
}

/** A disc with a ring around it that shows the shares of each value, clockwise from the top. */
function drawCluster(
  radius: number,
  shares: readonly number[],
  colours: readonly string[],
  surface: string,
): ImageData {
  const { context, centre } = canvasOf(2 * radius + 4)
  context.fillStyle = surface
  context.beginPath()
  context.arc(centre, centre, radius, 0, 2 * Math.PI)
  context.fill()
  const total = shares.reduce((a, b) => a + b, 0)
  const width = radius / 4.5
  context.lineWidth = width
  let from = -Math.PI / 2
  for (const [value, share] of shares.entries()) {
    const to = from + (2 * Math.PI * share) / total
    context.strokeStyle = colours[value] ?? 'gray'
    context.beginPath()
    context.arc(centre, centre, radius - width / 2, from, to)
    context.stroke()
    from = to
  }
  return imageOf(context)
}

/** A dashed ring: a place that was only looked up. */
function drawRing(colour: string, surface: string): ImageData {
  const { context, centre } = canvasOf(20)
  context.fillStyle = surface
  context.globalAlpha = 0.75
  context.beginPath()
  context.arc(centre, centre, 6.5, 0, 2 * Math.PI)
  context.fill()
  context.globalAlpha = 1
  context.strokeStyle = colour
  context.lineWidth = 2.6
  const dash = (2 * Math.PI * 6.5) / 8
  context.setLineDash([dash * 0.64, dash * 0.36])
  context.stroke()
  return imageOf(context)
}

/**
 * Draws what the layers ask for by name: 'ring/dark/2' or 'cluster/light/1/0/12/3'. Null for other names.
 * The scheme in the name is only there so that another one asks for other pictures.
 */
export function drawImage(
  name: string,
  { valueColours, surface }: { valueColours: readonly string[]; surface: string },
): { image: ImageData; options: { pixelRatio: number } } | null {
  const [kind, , ...parts] = name.split('/')
  const numbers = parts.map(Number)
  const options = { pixelRatio: density }
  if (kind === 'ring') return { image: drawRing(valueColours[numbers[0] ?? 0] ?? 'gray', surface), options }
  if (kind !== 'cluster') return null
  const [size = 0, ...shares] = numbers
  return { image: drawCluster(radii[size] ?? 15, shares, valueColours, surface), options }
}
