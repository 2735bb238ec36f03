// Loaded into miniprogram-ci's processes: nothing in them reaches out, a socket that tries is an error.
import net from 'node:net'

net.Socket.prototype.connect = function refuse() {
  throw new Error('the gate works offline: a connection was refused')
}
