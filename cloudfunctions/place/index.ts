import { serve } from '../_runtime/serve'
import { childrenOfPlace } from './actions/children'
import { directoryOfBuilding } from './actions/directory'
import { exportHouseholds } from './actions/export'
import { openHousehold } from './actions/household'
import { listHouseholds } from './actions/households'
import { previewImport } from './actions/preview-import'
import { putArea } from './actions/put-area'
import { putGrid } from './actions/put-grid'
import { putHousehold } from './actions/put-household'
import { removeHousehold } from './actions/remove-household'
import { retireArea } from './actions/retire-area'
import { runImport } from './actions/run-import'

export const main = serve<'place'>({
  'place.children': childrenOfPlace,
  'place.households': listHouseholds,
  'place.household': openHousehold,
  'place.putArea': putArea,
  'place.retireArea': retireArea,
  'place.putHousehold': putHousehold,
  'place.removeHousehold': removeHousehold,
  'place.putGrid': putGrid,
  'place.previewImport': previewImport,
  'place.runImport': runImport,
  'place.export': exportHouseholds,
  'place.directory': directoryOfBuilding,
})
