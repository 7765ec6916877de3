import { GATEWAY_MARKS } from '../../canvas/glyphs.ts';
import { GatewayShape } from '../../canvas/shapes/gateway-shape.tsx';

export const InclusiveGatewayNode = () => <GatewayShape mark={GATEWAY_MARKS.inclusive} />;
