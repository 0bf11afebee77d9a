import { KeyHelp } from './KeyHelp.tsx'
import { Palette } from './Palette.tsx'

/** What may lie over any page. */
export function Overlays() {
  return (
    <>
      <Palette />
      <KeyHelp />
    </>
  )
}
