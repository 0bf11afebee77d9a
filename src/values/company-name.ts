import { foldText, wordsOf } from './text.ts'

/** Legal forms as they read with dots and blanks taken out: 'S.A. de C.V.' is 'sadecv'. */
const legalForms = new Set(
  `sl slu sll slne sa sau sad sc scp scoop scl sccl cb aie ute sadecv sabdecv sapidecv sdecv srldecv sderldecv sas sasu
  srl srls spa snc sarl eurl sarlau sci scop gie sprl bvba scrl cvba bv nv vof gmbh gmbhcokg gmbhundcokg ugmbhcokg agcokg
  ag kg ohg gbr ug ughaftungsbeschrankt ek eg ev mbh ges gesmbh kgaa se ltd limited pltd ptyltd pteltd pvtltd privatelimited
  coltd colimited llc llp lp plc pllc inc incorporated corp corporation co company pc gp cic ltda lda me epp eireli sac saa
  eirl spa sca ca aps as ivs asa ab hb oy oyj ky kft bt zrt nyrt doo dd ad ood eood sro as sp spzoo spolkazoo sa spj spk
  sia uab oü ou kk gk yk`.split(/\s+/u),
)

const chineseForms =
  /(?:(?:股份)?有限责任公司|(?:股份)?有限公司|(?:集团)?公司|株式会社|有限会社|个体工商户|合伙企业|经营部|批发部|门市部|营业部|商店|商行|商号)(?:[(（][\p{L}\p{N}]*[)）])?$/u

/** Drops legal forms from one end of the words, the longest that fits first; never the whole name. */
function withoutForms(words: readonly string[], atEnd: boolean): readonly string[] {
  for (let taken = Math.min(5, words.length - 1); taken > 0; taken--) {
    const part = atEnd ? words.slice(-taken) : words.slice(0, taken)
    if (legalForms.has(part.join(''))) {
      return withoutForms(atEnd ? words.slice(0, -taken) : words.slice(taken), atEnd)
    }
  }
  return words
}

/** Forms that stand before the name: 'SARL Dupont', 'PT Maju', 'Oy Karhu Ab'. */
const leadingForms = new Set([
  'sarl',
  'sas',
  'eurl',
  'oy',
  'ab',
  'pt',
  'cv',
  'ooo',
  'ооо',
  'оао',
  'зао',
  'ип',
  '株式会社',
])

/**
 * A company's name for comparing: folded, without punctuation and legal form, so that 'Café Río, S.L.' and
 * 'CAFE RIO SL', or '深圳市好味食品有限公司' and '深圳市好味食品', are equal (rule 1.7). Never empty when the
 * name holds a letter or digit.
 */
export function nameForComparing(name: string): string {
  const chinese = foldText(name).replace(/[&+]/gu, ' ')
  const bare = chinese.replace(chineseForms, '')
  const words = withoutForms(wordsOf(bare === '' ? chinese : bare), true)
  const [first, ...others] = words
  const led = first !== undefined && others.length > 0 && leadingForms.has(first) ? others : words
  return led.join(' ')
}
