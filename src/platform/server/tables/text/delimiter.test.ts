import { expect, test } from 'vitest'
import { directive, guessDelimiter } from './delimiter.ts'

test.each([
  ['a,b,c\n1,2,3\n', ','],
  ['a;b;c\n1,5;2,5;3,5\n', ';'],
  ['a\tb\n1, 2, 3\t4\n5\t6\n', '\t'],
  ['a|b|c\r\n1|2|3\r\n', '|'],
  ['Informe de clientes, 2024\n\na;b;c\n1;2;3\n4;5;6\n', ';'],
  ['"a;b;c;d",x\n"1;2;3;4",y\n', ','],
  ['"line\none;two",x\r"three",y\r', ','],
  ['only\none\ncolumn\n', ','],
  ['name;note\nAna;"says ""a,b,c,d"""\n', ';'],
  ['', ','],
])('guesses the delimiter of %j', (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter)
})

test('heeds the sep= line of Excel, and nothing that only resembles it', () => {
  expect(directive('sep=;\r\na;b')).toEqual({ delimiter: ';', length: 7 })
  expect(directive('sep=;a\n')).toBeUndefined()
  expect(directive('"sep=;"\n')).toBeUndefined()
})
