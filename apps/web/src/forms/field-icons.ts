import type { FieldType } from '@baton/model';
import { type Icon, IconAlignLeft, IconCalendar, IconCash, IconHash, IconLetterT, IconList, IconToggleLeft } from '@tabler/icons-react';

/** What a type of field is called and shown as, in the order it is offered. */
export const FIELD_KINDS: { readonly [T in FieldType]: { readonly label: string; readonly icon: Icon } } = {
  text: { label: 'Text', icon: IconLetterT },
  longText: { label: 'Long text', icon: IconAlignLeft },
  number: { label: 'Number', icon: IconHash },
  money: { label: 'Money', icon: IconCash },
  date: { label: 'Date', icon: IconCalendar },
  choice: { label: 'Choice', icon: IconList },
  yesNo: { label: 'Yes or no', icon: IconToggleLeft },
};
