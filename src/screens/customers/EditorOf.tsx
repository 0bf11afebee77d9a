import type { Editor } from '../../customers/completeness-editor.ts'
import { ContactForm } from '../../customers/web/page/ContactForm.tsx'
import type { Customer } from '../../customers/web/page/customer.ts'
import { EditProfile } from '../../customers/web/page/EditProfile.tsx'
import { HoursForm } from '../../customers/web/page/HoursForm.tsx'
import { PlaceForm } from '../../customers/web/page/PlaceForm.tsx'
import { ProductForm } from '../../customers/web/page/ProductForm.tsx'
import { TierForm } from '../../sales/web/tiers/TierForm.tsx'

type Props = { editor: Editor; customer: Customer; onClose: () => void }

/** The form that edits what was asked for. */
export function EditorOf({ editor, customer, onClose }: Props) {
  const given = { customer, onClose }
  switch (editor.form) {
    case 'profile':
      return <EditProfile {...given} field={editor.field} />
    case 'opening':
    case 'visit':
      return <HoursForm {...given} />
    case 'place':
      return <PlaceForm {...given} />
    case 'tier':
      return <TierForm customerId={customer.id} onClose={onClose} />
    case 'in-charge':
      return (
        <ContactForm
          {...given}
          inCharge
          contact={customer.contacts.find(({ inCharge }) => inCharge) ?? null}
        />
      )
    case 'products':
      return <ProductForm {...given} product={null} />
  }
}
