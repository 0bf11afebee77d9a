import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { Day } from '../../values/day.ts'
import { wholeCustomer } from '../ledger.ts'
import { type Stretch, placeOf, stretchOf, ticksOf } from '../relay.ts'
import { RelayBar } from './RelayBar.tsx'
import classes from './Relay.module.css'
import type { Holding, Lane, Ownership } from './types.ts'
import { useRoleText } from './useRoleText.ts'

/** A day written further right would be cut off; on a phone sooner. */
const lastLabel = 0.88
const lastOnPhone = 0.7

const part = (share: number) => `${share * 100}%`

/**
 * Who held which role, as lanes: time runs left to right, one colour and pattern a person, the pool hatched, what is to
 * come paler, today a line. Each bar says why at a touch; the list of words beside it says the same.
 */
export function RelayChart({ ownership }: { ownership: Ownership }) {
  const { t } = useTranslation('relay')
  const { day } = useFormats()
  const today = ownership.today as Day
  const lanes = ownership.lanes.filter(isWorthShowing)
  const stretch = stretchOf(
    lanes.flatMap(({ periods }) => periods.map(daysOf)),
    today,
  )
  if (stretch === null) return null
  return (
    <section className={classes['chart']} aria-label={t('chart')}>
      {lanes.map((lane) => (
        <LaneOf key={`${lane.line} ${lane.role} ${lane.seat}`} lane={lane} stretch={stretch} />
      ))}
      <div className={classes['under']} aria-hidden>
        <div className={classes['ticks']}>
          {ticksOf(stretch)
            .filter((tick) => placeOf(tick, stretch) <= lastLabel)
            .map((tick) => (
              <span
                key={tick}
                data-late={placeOf(tick, stretch) > lastOnPhone ? true : undefined}
                style={{ left: part(placeOf(tick, stretch)) }}
              >
                {tick.endsWith('-01-01') ? tick.slice(0, 4) : day(tick)}
              </span>
            ))}
        </div>
      </div>
      <div className={classes['over']} aria-hidden>
        <div className={classes['track']}>
          <div className={classes['toCome']} style={{ left: part(placeOf(today, stretch)) }} />
          <div className={classes['today']} style={{ left: part(placeOf(today, stretch)) }} />
        </div>
      </div>
    </section>
  )
}

function LaneOf({ lane, stretch }: { lane: Lane; stretch: Stretch }) {
  const roleText = useRoleText()
  return (
    <div className={classes['lane']} data-role={lane.role}>
      <span className={classes['label']} data-line={lane.line === wholeCustomer ? undefined : true}>
        {roleText(lane)}
      </span>
      <div className={classes['track']}>
        {lane.periods
          .filter(({ person }) => person !== null || lane.role === 'owner')
          .map((holding) => (
            <RelayBar
              key={holding.entryId}
              holding={holding}
              role={lane.role}
              stretch={stretch}
              isLast={isLast(holding, lane)}
            />
          ))}
      </div>
    </div>
  )
}

const daysOf = ({ from, until }: Holding) => ({ from: from as Day, until: until as Day | null })

/** Only what was recorded last on its lane can be taken back, and a first owner never. */
function isLast({ knownAt }: Holding, { role, periods, replaced }: Lane): boolean {
  const all = [...periods, ...replaced]
  return (role !== 'owner' || all.length > 1) && all.every((other) => other.knownAt <= knownAt)
}

/** A seat on which nobody ever sat long enough to be seen says nothing. */
function isWorthShowing({ role, periods }: Lane): boolean {
  return role === 'owner' || periods.some(({ person }) => person !== null)
}
