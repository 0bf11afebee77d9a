import { request } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'

export type Document = components['schemas']['Document']

const raw = {
  headers: { 'content-type': 'application/octet-stream' },
  // The bytes as they are: the contract's file, no JSON.
  bodySerializer: (body: unknown) => body as BodyInit,
}
const thumbnailSide = 320

/** Sends a file, and of a photo a small picture with it; of a visit when one is named. Throws the request's error. */
export async function sendFile(customer: string, file: File, visit?: string): Promise<Document> {
  const { data, error } = await request.POST('/api/documents', {
    params: { query: { customer, name: file.name, ...(visit === undefined ? {} : { visit }) } },
    body: file as never,
    ...raw,
  })
  if (error !== undefined) throw error
  if (data.photo) await sendThumbnail(data.id, file)
  return data
}

/** Without it the photo is shown itself, so a browser that can't make one loses nothing but speed. */
async function sendThumbnail(id: string, file: File): Promise<void> {
  const picture = await smallPicture(file).catch(() => null)
  if (picture === null) return
  await request.PUT('/api/documents/{id}/thumbnail', {
    params: { path: { id } },
    body: picture as never,
    ...raw,
  })
}

async function smallPicture(file: File): Promise<Blob> {
  const whole = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, thumbnailSide / Math.max(whole.width, whole.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(whole.width * scale)),
    Math.max(1, Math.round(whole.height * scale)),
  )
  canvas.getContext('2d')?.drawImage(whole, 0, 0, canvas.width, canvas.height)
  whole.close()
  return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
}
