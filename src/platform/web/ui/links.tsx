import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'

type Link = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>

function ButtonAsLink(props: ButtonProps & Link) {
  return <Button component="a" {...props} />
}
/** A button that goes somewhere: `<ButtonLink to={paths.today}>`. */
export const ButtonLink = createLink(ButtonAsLink)

function AnchorAsLink(props: AnchorProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>) {
  return <Anchor {...props} />
}
/** Words that go somewhere: `<TextLink to={paths.forgotten}>`. */
export const TextLink = createLink(AnchorAsLink)
