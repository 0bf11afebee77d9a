/** Words for an extension that files use and the parser does not know; it understands 'ext.'. */
const extensionWords =
  /\s*(?:[（(]\s*)?(?:转接|转|轉|分机号?|分機|内线|anexo|interno|durchwahl|toestel|poste|anknytning|wewn\.?|доб\.?)\s*[:：.]?\s*(\d{1,8})\s*[)）]?\s*$/iu

/**
 * A phone as the parser wants it: plain digits and marks, labels such as 'Tel.:' and remarks such as '(oficina)'
 * gone, the extension written 'ext. 12', the '.0' of a spreadsheet's number removed.
 */
export function plainPhone(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\u2010-\u2015−]+/gu, (mark) => (/\s/u.test(mark) ? ' ' : '-'))
    .trim()
    .replace(/^['=]?"?([+\d(].*?)"?$/u, '$1')
    .replace(/^(?:tel:|[\p{L}][\p{L}.\s/]*[:.]?\s*)(?=[+(\d])/iu, '')
    .replace(extensionWords, ' ext. $1')
    .replace(/\s*[([][\p{L}\s.,]+[)\]]\s*$/u, '')
    .replace(/^(\d+)\.0$/u, '$1')
}

/** Whether a spreadsheet has turned the number into scientific notation: its last digits are lost for good. */
export function hasLostDigits(raw: string): boolean {
  return /^\s*\d(?:[.,]\d+)?e\+?\d+\s*$/iu.test(raw)
}

/** The digits alone, as people type them to search: '(91) 555 22 82' is '915552282'. */
export function phoneDigits(raw: string): string {
  return raw.normalize('NFKC').replace(/\D/gu, '')
}

/** Between whole numbers: a mark that no number contains, a word, or '/' and ',' after six digits and before six. */
const between = [
  String.raw`\s*[;|\n\r、；]\s*`,
  String.raw`\s+(?:y|o|und|oder|or|and|et|ou)\s+`,
  String.raw`(?<=\d(?:[\s().-]*\d){5,}\s*)[/,]\s*(?=[+(]?\d(?:[\s().-]*\d){5,})`,
].join('|')

/** Cuts a cell that holds several numbers: '030-1234567 / 030-1234568; 0170 1234567' has three. */
export function splitPhones(cell: string): string[] {
  return cell
    .split(new RegExp(between, 'iu'))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
