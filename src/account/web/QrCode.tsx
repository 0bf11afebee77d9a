import { renderSVG } from 'uqr'

/** A text as a QR code, dark on light in any appearance, because phones expect it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const picture = renderSVG(text, { border: 2 })
  return (
    <img src={`data:image/svg+xml,${encodeURIComponent(picture)}`} alt={label} width={208} height={208} />
  )
}
