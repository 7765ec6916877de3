import { MARKER_GLYPHS } from '../../canvas/glyphs.ts';
import { ActivityIcon } from '../../canvas/shapes/activity-icon.tsx';

export const AdHocSubProcessIcon = () => <ActivityIcon glyph={MARKER_GLYPHS.adhoc} />;
