import { TYPE_GLYPHS } from '../../canvas/glyphs.ts';
import { ActivityIcon } from '../../canvas/shapes/activity-icon.tsx';

export const SendTaskIcon = () => <ActivityIcon glyph={TYPE_GLYPHS.send} />;
