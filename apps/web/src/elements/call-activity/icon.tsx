import { MARKER_GLYPHS } from '../../canvas/glyphs.ts';
import { ActivityIcon } from '../../canvas/shapes/activity-icon.tsx';

export const CallActivityIcon = () => <ActivityIcon glyph={MARKER_GLYPHS.plus} isThick />;
