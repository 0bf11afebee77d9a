import type { Locator } from 'playwright'

/** Seconds that a practised person needs, of Card, Moran and Newell's keystroke-level model: a key, pointing and pressing, thinking before. */
const key = 0.28
const pointing = 1.3
const thinking = 1.35

/** Hands that press and type in a page, and count how long a person's would have taken. */
export function hands() {
  let seconds = 0
  return {
    press: async (place: Locator) => {
      seconds += thinking + pointing
      await place.click()
    },
    type: async (place: Locator, text: string) => {
      seconds += thinking + pointing + key * text.length
      await place.fill(text)
    },
    /** Chooses a file in the system's window: finding it takes about as long as five presses. */
    choose: async (place: Locator, file: string) => {
      seconds += 5 * (thinking + pointing)
      await place.setInputFiles(file)
    },
    /** Reads a screen before going on, at 20 characters a second, at most ten seconds. */
    read: async (place: Locator) => {
      seconds += Math.min(10, (await place.innerText()).length / 20)
    },
    /** What a person would have taken for all of it, waiting for the program apart. */
    seconds: () => seconds,
  }
}
