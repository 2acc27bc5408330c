import Markup
import Records

/// Text in which the words that answer to a search are marked.
func marked(_ text: String, for query: String) -> HTML {
    if query.isEmpty { return HTML(text) }
    return group {
        for piece in SearchHits.pieces(of: text, for: query) {
            if piece.isHit { mark { piece.text } } else { HTML(piece.text) }
        }
    }
}
