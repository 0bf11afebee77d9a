import { expect, test } from 'vitest'
import { ConfigError } from '../config.ts'
import { readStorageSettings } from './settings.ts'

const s3 = {
  RELEVO_FILES: 's3',
  RELEVO_S3_ENDPOINT: 'https://s3.example.com',
  RELEVO_S3_BUCKET: 'files',
  RELEVO_S3_REGION: 'eu-south-2',
  RELEVO_S3_KEY: 'id',
  RELEVO_S3_SECRET: 'secret',
}

test('files go into the database unless a folder or a bucket is named', () => {
  expect(readStorageSettings({}, '/data')).toEqual({ in: 'database' })
  expect(readStorageSettings({ RELEVO_FILES: ' folder ' }, '/data')).toEqual({
    in: 'folder',
    folder: '/data/files',
  })
  expect(readStorageSettings(s3, '/data')).toMatchObject({
    in: 's3',
    bucket: 'files',
    secretAccessKey: 'secret',
  })
})

test.each([
  [{ RELEVO_FILES: 'ftp' }, ['RELEVO_FILES']],
  [{ ...s3, RELEVO_S3_ENDPOINT: 'https://id:secret@s3.example.com' }, ['RELEVO_S3_ENDPOINT']],
  [{ ...s3, RELEVO_S3_BUCKET: '', RELEVO_S3_REGION: 'eu south' }, ['RELEVO_S3_BUCKET', 'RELEVO_S3_REGION']],
])('names what can not be used in %o, and no secret', (env, variables) => {
  try {
    readStorageSettings(env, '/data')
    expect.unreachable()
  } catch (cause) {
    expect(cause).toBeInstanceOf(ConfigError)
    expect((cause as ConfigError).problems.map((problem) => problem.variable)).toEqual(variables)
    expect((cause as ConfigError).message).not.toContain('secret@')
  }
})
