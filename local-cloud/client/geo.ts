import type { WireValue } from './ejson'

type Position = [longitude: number, latitude: number]

/** A place or shape as GeoJSON. */
export class Geometry implements WireValue {
  constructor(
    readonly type: string,
    readonly coordinates: unknown[],
  ) {}

  toWire(): unknown {
    return { type: this.type, coordinates: this.coordinates }
  }

  toJSON(): unknown {
    return this.toWire()
  }
}

/** A point: degrees. Throws a RangeError outside ±180 and ±90. */
class PointGeometry extends Geometry {
  constructor(
    readonly longitude: number,
    readonly latitude: number,
  ) {
    super('Point', [longitude, latitude])
    if (!(Math.abs(longitude) <= 180)) throw new RangeError('longitude should be between -180 and 180')
    if (!(Math.abs(latitude) <= 90)) throw new RangeError('latitude should be between -90 and 90')
  }
}

const coordinatesOf = ({ coordinates }: Geometry): unknown[] => coordinates

function shape(type: string): (parts: Geometry[]) => Geometry {
  return function make(parts) {
    return new Geometry(type, parts.map(coordinatesOf))
  }
}

/** `db.Geo`: makes shapes, as `db.Geo.Point(113, 23)`; WeChat's examples also write `new` before it. */
export const Geo = {
  Point: function Point(...position: Position): PointGeometry {
    return new PointGeometry(...position)
  },
  LineString: shape('LineString'),
  Polygon: shape('Polygon'),
  MultiPoint: shape('MultiPoint'),
  MultiLineString: shape('MultiLineString'),
  MultiPolygon: shape('MultiPolygon'),
}
