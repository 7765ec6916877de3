import { EVENT_GLYPHS } from '../../canvas/glyphs.ts';
import { GatewayFrame } from '../../canvas/shapes/gateway-shape.tsx';
import { GlyphMark } from '../../canvas/shapes/glyph-mark.tsx';
import shapes from '../../canvas/shapes/shapes.module.css';
import type { ElementNodeProps } from '../element-view.ts';

/** Double ring in the middle of a process, one ring where it starts one; a plus when all events must come (BPMN 2.0.2, 10.6.6). */
export function EventBasedGatewayNode({ element: { instantiate, eventGatewayType } }: ElementNodeProps<'eventBasedGateway'>) {
  const size = instantiate ? 17 : 14;
  return (
    <GatewayFrame>
      <circle className={shapes.ring} r={13.5} />
      {!instantiate && <circle className={shapes.ring} r={10.5} />}
      <GlyphMark
        glyph={instantiate && eventGatewayType === 'parallel' ? EVENT_GLYPHS.parallel : EVENT_GLYPHS.multiple}
        x={-size / 2}
        y={-size / 2}
        size={size}
      />
    </GatewayFrame>
  );
}
