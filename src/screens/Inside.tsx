import { Frame } from './frame/Frame.tsx'
import { Keys } from './palette/Keys.tsx'

/** Around every screen behind the sign-in: the frame, and the keys that work everywhere. */
export function Inside() {
  return (
    <>
      <Frame />
      <Keys />
    </>
  )
}
