import type { Pack } from './pack.ts'
import { english } from './pack-en.ts'
import { spanish } from './pack-es.ts'
import { chinese } from './pack-zh.ts'

export const packs: Readonly<Record<'en' | 'es' | 'zh', Pack>> = { en: english, es: spanish, zh: chinese }
