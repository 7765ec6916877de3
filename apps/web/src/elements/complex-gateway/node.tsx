import { GATEWAY_MARKS } from '../../canvas/glyphs.ts';
import { GatewayShape } from '../../canvas/shapes/gateway-shape.tsx';

export const ComplexGatewayNode = () => <GatewayShape mark={GATEWAY_MARKS.complex} />;
