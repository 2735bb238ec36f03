import { createRoot } from 'react-dom/client'
import { StreetPage } from './street-page'
import './styles/base.css'
import './styles/header.css'
import './styles/caption.css'
import './styles/phones.css'
import './styles/cards.css'

const element = document.getElementById('street')
if (element) createRoot(element).render(<StreetPage />)
