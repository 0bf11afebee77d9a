/**
 * What a cell of a field means, and so how it is read. The normalised value is JSON:
 * text, lines, email, reference: the text, trimmed; integer: number; decimal, percent: exact decimal text ('0.05' is 5 %);
 * money: `<name>_minor`, whole minor units, and `currency`; day: 'YYYY-MM-DD'; country, currency: ISO code; choice: one of `choices`;
 * tags: list of texts; yes-no: boolean; latitude, longitude: degrees; phone: the text as written, and beside it
 * `<name>_e164` (null when nothing certain can be made of it: an odd phone never rejects a row); point: both
 * coordinates in one cell, giving the values latitude and longitude.
 */
export type FieldKind =
  | 'text'
  | 'lines'
  | 'email'
  | 'reference'
  | 'integer'
  | 'decimal'
  | 'percent'
  | 'money'
  | 'day'
  | 'country'
  | 'currency'
  | 'choice'
  | 'tags'
  | 'yes-no'
  | 'latitude'
  | 'longitude'
  | 'point'
  | 'phone'

export type Field = {
  /** A lower-case name with underscores; its label is imports.field.<name> in the locales. */
  readonly name: string
  readonly kind: FieldKind
  /** A new record needs it. */
  readonly required?: boolean
  /** Of money: finer than the minor unit is rounded half up, as what a whole line comes to is (rule 5.2); else refused. */
  readonly rounds?: boolean
  /** Another field that, when it is given, makes this one unnecessary: a line's amount in place of its price. */
  readonly unless?: string
  /** Most characters of a text (300), or the greatest number. */
  readonly most?: number
  /** The least number allowed. */
  readonly least?: number
  /** Of a choice: each value with the words that mean it, in any language and case. */
  readonly choices?: Readonly<Record<string, readonly string[]>>
  /** Column names that mean this field, in any language, as common exports write them; case, accents and marks don't count. */
  readonly headers: readonly string[]
  /** Column names that mean this field only where every value is one of these: a category of A, B and C is a tier. */
  readonly headersFor?: { readonly headers: readonly string[]; readonly values: readonly string[] }
  /** Several columns may give it; their texts are joined by this (first name and last name by ' '). */
  readonly join?: string
  /**
   * The values by which the field is kept and compared, when not just its own name: a phone
   * ['phone', 'phone_e164'], a reference ['owner_id'] that `resolve` sets.
   */
  readonly keeps?: readonly string[]
  /** Of a reference: what a person may choose for rows that name something unknown, other than keeping them back. */
  readonly unknown?: readonly ('empty' | 'create')[]
  /** Personal data that exports must leave out and screens may mask. */
  readonly personal?: boolean
}

/**
 * Fields that together tell which record a row means, such as code, or name and city. All must be filled to count. A phone
 * counts by its E.164. `compare`: exactly, case apart, or only letters and digits in capitals (tax ids).
 */
export type MatchKey = {
  readonly name: string
  readonly fields: readonly string[]
  readonly compare?: 'exact' | 'lower' | 'alphanumeric'
  /** Used only when a person chooses it: chains share a phone or a tax id. */
  readonly onlyChosen?: boolean
}

/** One kind of thing that can be imported; the same on both sides. */
export type ImportTarget = {
  /** The word of the command line and the address: 'customers', 'order-lines'. */
  readonly entity: string
  /** Who may import it. */
  readonly permission: string
  readonly fields: readonly Field[]
  /** Words for the thing itself that column names carry along: 'customer' in 'Customer name'. */
  readonly nouns?: readonly string[]
  /** In the order of trust; the first whose columns are mapped is the default. */
  readonly keys: readonly MatchKey[]
}

/** A normalised value; null means "nothing said" in a row, "empty" in a record. */
export type Value = string | number | boolean | readonly string[] | null
export type Values = Readonly<Record<string, Value>>
/** Old and new, by the name of the kept value. */
export type FieldChanges = Readonly<Record<string, readonly [Value, Value]>>

/** Something wrong with one cell (field) or the row (no field); `value` is what was found, shortened (rule 10.5). */
export type CellProblem = {
  readonly code: string
  readonly field?: string
  readonly value?: string
  readonly facts?: Readonly<Record<string, string | number>>
}

export type Verdict =
  | 'new'
  | 'update'
  | 'unchanged'
  | 'duplicate-in-file'
  | 'likely-duplicate'
  | 'not-wanted'
  | 'rejected'

/** A record, or an earlier row of the same file, that is probably the same thing as the row. */
export type Candidate = {
  readonly id: string | null
  readonly row: number | null
  readonly label: string
  /** What speaks for it: 'same-phone', 'same-tax-id', 'similar-name', 'near' … */
  readonly why: readonly string[]
  /** 0 to 1. */
  readonly score: number
}

/** The values by which a field is kept and compared. */
export function keptBy(field: Field): readonly string[] {
  if (field.keeps !== undefined) return field.keeps
  if (field.kind === 'money') return [`${field.name}_minor`, 'currency']
  return field.kind === 'phone' ? [field.name, `${field.name}_e164`] : [field.name]
}
