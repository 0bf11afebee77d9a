import type { RawBuilder } from 'kysely'

/**
 * A part of the customer's timeline that a later feature gives: a select of one customer's entries that ends in
 * `… where customer_id = any`, because the list of ids is put behind it, with the columns
 *
 * id uuid · customer_id uuid · at timestamptz · kind text (one of timelineKinds) · what text · person_id uuid (who did it) ·
 * cause text · batch_id uuid (null) · fields jsonb ('{}') · subject text (null) · facts jsonb
 *
 * The screen's sentence is `<kind>.<what>` of `locales/…/timeline.json`, with `who`, `subject` and the facts: a fact whose
 * name ends in `On` is a calendar day and is written as one, `amountMinor` with `currency` becomes `amount`, `link` is the
 * path it leads to, `note` stands below it. Where only the day is known, `at` is noon of it and the fact `on` says the day,
 * so that no hour is pretended.
 */
export type TimelineSource = RawBuilder<unknown>
