import { deflateSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chunk } from '../pictures.ts'
import { openWindow } from './browser.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
})
afterAll(() => stage.close())

/** A red square that a browser can draw. */
function aPicture(): Buffer {
  const side = 40
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(side * 3, Buffer.from([200, 40, 40]))])
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND')])
}

test('a photo and a contract are added to a customer, shown small, removed and brought back; a page is refused', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  const made = await context.request.post('/api/customers', { data: { name: 'Bar Sol', city: 'Madrid' } })
  const { id } = (await made.json()) as { id: string }
  await page.goto(`/customers/${id}`)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Add a document or photo' }).click(),
  ])
  await chooser.setFiles([
    { name: 'front.png', mimeType: 'image/png', buffer: aPicture() },
    { name: 'contract.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 contract') },
    { name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>x()</script>') },
  ])
  const list = page.getByRole('list', { name: 'Documents and photos' })
  await list.getByRole('link', { name: 'contract.pdf' }).waitFor()
  await page
    .getByRole('alert')
    .getByText(/kind of file can’t be kept/)
    .waitFor()
  const picture = list.locator('img')
  expect(await picture.getAttribute('src')).toMatch(/\/thumbnail$/)
  await picture.scrollIntoViewIfNeeded()
  await page.waitForFunction(() => (document.querySelector('ul img') as HTMLImageElement).naturalWidth === 40)
  const { violations } = await new AxeBuilder({ page })
    .include('ul[aria-label="Documents and photos"]')
    .analyze()
  expect(violations.map((one) => one.id)).toEqual([])
  await page.getByRole('button', { name: 'Remove contract.pdf' }).click()
  await page.getByText('contract.pdf removed').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await list.getByRole('link', { name: 'contract.pdf' }).waitFor()
  expect(complaints.all).toEqual([])
})
