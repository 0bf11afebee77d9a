import { expect, test } from 'vitest'
import { pickUnprivileged } from './account.ts'

const root = 'root:x:0:0:root:/root:/bin/bash'
const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin'

test.each([
  ['its own account first', [root, nobody, 'postgres:x:101:104::/var/lib/postgresql:/bin/bash'], 101, 104],
  ['else nobody', [root, 'node:x:1000:1000::/home/node:/bin/sh', nobody], 65534, 65534],
  ['else the first that is not root', [root, 'node:x:1000:1001::/home/node:/bin/sh', ''], 1000, 1001],
  ['never one in the group of root', [root, 'postgres:x:101:0::/:/bin/sh', nobody], 65534, 65534],
  ['else the number that means nobody', [root], 65534, 65534],
])('root gives PostgreSQL %s', (_, lines, uid, gid) => {
  expect(pickUnprivileged(lines.join('\n'))).toEqual({ uid, gid })
})
