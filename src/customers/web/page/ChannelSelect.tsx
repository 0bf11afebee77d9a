import { Autocomplete } from '@mantine/core'
import { knownChannels } from '../../channels.ts'
import { useChannelName } from '../useChannelName.ts'

type Props = { label: string; value?: string; onChange?: (value: string) => void }

/** A kind of outlet that has a word in every language, or one of the company's own. */
export function ChannelSelect({ value = '', onChange, ...rest }: Props) {
  const channelName = useChannelName()
  const byName = new Map(knownChannels.map((channel) => [channelName(channel), channel as string]))
  return (
    <Autocomplete
      {...rest}
      data={[...byName.keys()]}
      value={channelName(value)}
      maxLength={60}
      onChange={(text) => onChange?.(byName.get(text) ?? text)}
    />
  )
}
