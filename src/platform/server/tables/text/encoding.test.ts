import { expect, test } from 'vitest'
import { encode } from '../../../../../test/encode.ts'
import { aFile } from '../../../../../test/files.ts'
import type { TextEncoding } from '../table.ts'
import { guessEncoding } from './encoding.ts'

const spanish = 'código;nombre;población\n1;Peña Núñez, S.L.;A Coruña\n2;Muñoz e Íñigo;Cádiz\n'
const german = 'Nr,Name\n1,Müller & Söhne\n2,Großhändler Köln\n'
const typographic = 'name,note\nO’Brien,“it’s a ‘small’ shop” – good\nTom’s,don’t call… they’re closed\n'
const simplified =
  '客户名称,地址,电话\n北京市海淀区食品商店,中关村大街一号,01082345678\n上海浦东超市,世纪大道,021\n'
const fewSimplified = 'id,name\n1,Bar Pepe\n2,王小明\n3,Ana\n'
const traditional =
  '客戶名稱,地址,電話\n臺北市信義區食品商店,忠孝東路五段,0223456789\n高雄超級市場,中山路,07\n'
const japanese = '顧客名,住所\n株式会社サクラ商店,東京都千代田区丸の内\nやまだストア,大阪市\n'

const cases: [string, string, TextEncoding][] = [
  ['Spanish', spanish, 'utf-8'],
  ['Spanish', spanish, 'windows-1252'],
  ['German', german, 'windows-1252'],
  ['English with curly quotes', typographic, 'windows-1252'],
  ['English with curly quotes', typographic, 'utf-8'],
  ['simplified Chinese', simplified, 'utf-8'],
  ['simplified Chinese', simplified, 'gb18030'],
  ['one Chinese name', fewSimplified, 'gb18030'],
  ['simplified Chinese', simplified, 'utf-16le'],
  ['simplified Chinese', simplified, 'utf-16be'],
  ['traditional Chinese', traditional, 'big5'],
  ['traditional Chinese', traditional, 'utf-8'],
  ['Japanese', japanese, 'shift_jis'],
  ['Japanese', japanese, 'utf-8'],
  ['Spanish', spanish, 'utf-16le'],
  ['Spanish', spanish, 'utf-16be'],
  ['plain ASCII', 'a,b\n1,2\n', 'utf-8'],
]

test.each(cases)('%s is recognised without a mark: %#', async (_, text, encoding) => {
  const bytes = encode(text, encoding)
  expect(bytes).toBeDefined()
  expect(await guessEncoding(aFile(bytes ?? ''))).toEqual({ encoding, binary: false })
})

test.each<[string, TextEncoding]>([
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
])('a byte-order mark %s decides', async (mark, encoding) => {
  const path = aFile(
    Buffer.concat([Buffer.from(mark, 'hex'), encode('名,x\n1,2\n', encoding) ?? Buffer.alloc(0)]),
  )
  expect((await guessEncoding(path)).encoding).toBe(encoding)
})

test('one accent in the last line of a long file decides', async () => {
  const lines = 'code,name\n'.repeat(100_000)
  const old = Buffer.concat([Buffer.from(lines), encode('1,Peña\n', 'windows-1252') ?? Buffer.alloc(0)])
  expect((await guessEncoding(aFile(old))).encoding).toBe('windows-1252')
  expect((await guessEncoding(aFile(`${lines}1,Peña\n`))).encoding).toBe('utf-8')
})

test('bytes that are no text are called binary', async () => {
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) % 256))
  expect((await guessEncoding(aFile(noise))).binary).toBe(true)
  expect((await guessEncoding(aFile(Buffer.alloc(5000)))).binary).toBe(true)
})
