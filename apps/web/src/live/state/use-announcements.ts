import type { LiveEvent } from '@baton/contract';
import { useEffect } from 'react';
import { announce } from '../../frame/announce.tsx';
import type { GraphWords } from '../graph-words.ts';
import { announcementOf } from '../words/announcement.ts';

/** Tells screen readers what happens, as it happens; the frame's live region batches it. */
export function useAnnouncements(events: readonly LiveEvent[] | null, words: GraphWords): void {
  useEffect(() => {
    for (const event of events ?? []) {
      const text = announcementOf(event, words);
      if (text) announce(text);
    }
  }, [events, words]);
}
