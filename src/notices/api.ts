import { createRoute, z } from '@hono/zod-openapi'
import { answers, body } from '../platform/contract.ts'
import { NoticePage, NoticeQuery, NoticeSettings, NoticeSettingsShown, ReadNotices } from './schema.ts'

const tags = ['Notices']

export const listNotices = createRoute({
  method: 'get',
  path: '/api/notices',
  tags,
  summary: 'What I was told, the newest first, fifty at a time',
  request: { query: NoticeQuery },
  responses: answers(NoticePage),
})
export const countNotices = createRoute({
  method: 'get',
  path: '/api/notices/count',
  tags,
  summary: 'How many notices I have not read',
  responses: answers(z.object({ unread: z.number().int() })),
})
export const readNotices = createRoute({
  method: 'post',
  path: '/api/notices/read',
  tags,
  summary: 'Says that I have read some or all',
  request: { body: body(ReadNotices) },
  responses: answers(z.object({ read: z.number().int() })),
})
export const noticeSettings = createRoute({
  method: 'get',
  path: '/api/me/notices',
  tags,
  summary: 'How I am told by mail',
  responses: answers(NoticeSettingsShown),
})
export const changeNoticeSettings = createRoute({
  method: 'put',
  path: '/api/me/notices',
  tags,
  summary: 'Changes how I am told by mail',
  request: { body: body(NoticeSettings) },
  responses: answers(NoticeSettings),
})
