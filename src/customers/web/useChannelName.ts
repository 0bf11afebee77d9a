import { useTranslation } from 'react-i18next'

/** Kinds of outlet that have a word in every language; a company may use others, which are shown as they are. */
export const knownChannels = ['horeca', 'traditional', 'modern', 'kiosk', 'wholesale', 'online'] as const

/** Gives the name of a channel as the reader's language has it. */
export function useChannelName(): (channel: string) => string {
  const { t } = useTranslation('customers')
  return (channel) =>
    (knownChannels as readonly string[]).includes(channel) ? t(`channelName.${channel}`) : channel
}
