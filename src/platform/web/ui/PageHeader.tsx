import { Breadcrumbs, Group, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useContext, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { HeaderTools } from './header-tools.ts'
import classes from './PageHeader.module.css'

export type Crumb = { label: string; to: string }

type Props = {
  title: string
  /** One line below: figures, or the question that the page answers. */
  subtitle?: ReactNode
  /** Where this page hangs, from the top; the page itself is not among them. */
  crumbs?: readonly Crumb[]
  /** Beside the title, e.g. a person's mark. */
  mark?: ReactNode
  /** Buttons at the right; below the title on a phone. */
  actions?: ReactNode
}

/** The head of every page: where it hangs, its title (also the window's), its actions. */
export function PageHeader({ title, subtitle, crumbs = [], mark, actions }: Props) {
  const { t } = useTranslation('shell')
  const tools = useContext(HeaderTools)
  useEffect(() => {
    document.title = `${title} · Relevo`
  }, [title])
  return (
    <header className={classes['header']}>
      <div className={classes['words']}>
        {crumbs.length > 0 && (
          <nav aria-label={t('breadcrumbs')}>
            <Breadcrumbs className={classes['crumbs']} separatorMargin={6}>
              {crumbs.map((crumb) => (
                <Link key={crumb.to} to={crumb.to}>
                  {crumb.label}
                </Link>
              ))}
            </Breadcrumbs>
          </nav>
        )}
        <Group gap="sm" wrap="nowrap">
          {mark}
          <Title order={1} className={classes['title']}>
            {title}
          </Title>
        </Group>
        {subtitle !== undefined && (
          <Text component="div" c="dimmed">
            {subtitle}
          </Text>
        )}
      </div>
      <div className={classes['tools']}>{tools}</div>
      {actions !== undefined && (
        <Group gap="xs" className={classes['actions'] ?? ''}>
          {actions}
        </Group>
      )}
    </header>
  )
}
