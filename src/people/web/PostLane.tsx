import { type Day, dayNumber, parseDay } from '../../values/day.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { lookOf } from '../../platform/web/theme/colours.ts'
import classes from './Posts.module.css'
import type { Person } from './types.ts'

const number = (day: string) => dayNumber(parseDay(day) ?? ('1970-01-01' as Day))

/** Posts as a lane: time runs left to right, today is a line, what is to come is paler. The list below says the same in words. */
export function PostLane({ person }: { person: Person }) {
  const { today } = useFormats()
  const posts = person.postings.toReversed()
  const [first] = posts
  if (first === undefined) return null
  const begun = number(first.fromDay)
  const now = number(today)
  const last = number(posts.at(-1)?.fromDay ?? today)
  const end =
    person.leftOn === null ? Math.max(now, last) + Math.max(60, (now - begun) / 8) : number(person.leftOn)
  const at = (day: number) =>
    `${Math.max(0, Math.min(100, ((day - begun) / Math.max(1, end - begun)) * 100))}%`
  const width = (from: number, to: number) =>
    `${Math.max(0, ((to - from) / Math.max(1, end - begun)) * 100)}%`
  return (
    <div className={classes['lane']} aria-hidden style={{ width: '100%' }}>
      {posts.map((post, index) => {
        const from = number(post.fromDay)
        const next = posts[index + 1]
        const to = next === undefined ? end : number(next.fromDay)
        return (
          <div
            key={post.id}
            className={classes['post']}
            title={post.title}
            style={{
              left: at(from),
              width: `calc(${width(from, to)} - 2px)`,
              background: lookOf(person.colour).colour,
            }}
          >
            {post.title}
          </div>
        )
      })}
      {end > now && <div className={classes['toCome']} style={{ left: at(now) }} />}
      {person.leftOn === null && <div className={classes['now']} style={{ left: at(now) }} />}
    </div>
  )
}
