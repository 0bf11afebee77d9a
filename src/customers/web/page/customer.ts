import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import type { Editor } from '../../completeness-editor.ts'

export type Customer = components['schemas']['Customer']
export type Contact = components['schemas']['Contact']
export type ChangeOutcome = components['schemas']['ChangeOutcome']
export type WeeklyHours = NonNullable<components['schemas']['WeeklyHours']>

/** What a panel of the customer page is given. */
export type PanelProps = { customer: Customer }
/** The same for panels that open a form of the page. */
export type EditablePanelProps = PanelProps & { onEdit: (editor: Editor) => void }
