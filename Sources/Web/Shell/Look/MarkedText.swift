import Markup
import Records

/// Text in which the words that answer to a search are marked.
func marked(_ text: String, for hits: SearchHits?) -> HTML {
    guard let hits else { return HTML(text) }
    return group {
        for piece in hits.pieces(of: text) {
            if piece.isHit { mark { piece.text } } else { HTML(piece.text) }
        }
    }
}
