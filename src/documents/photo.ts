import { cleanJpeg } from './jpeg.ts'
import type { MediaType } from './media-type.ts'
import { cleanPng } from './png.ts'
import { cleanWebp } from './webp.ts'

/** A photo without what the camera wrote into it; width and height in pixels as stored. */
export type CleanPhoto = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** More is no photo but a trap for whatever opens it. */
const mostPixels = 120_000_000

/**
 * Takes place, time, camera, comments, previews and anything hidden behind the picture out of a photo (a photo of an
 * outlet must not tell where its taker lives); only which side is up stays. Null when it isn't a whole picture.
 */
export function cleanPhoto(type: MediaType, bytes: Uint8Array): CleanPhoto | null {
  const clean =
    type === 'image/jpeg'
      ? cleanJpeg(bytes)
      : type === 'image/png'
        ? cleanPng(bytes)
        : type === 'image/webp'
          ? cleanWebp(bytes)
          : null
  if (clean === null || clean.width < 1 || clean.height < 1) return null
  return clean.width * clean.height <= mostPixels ? clean : null
}
