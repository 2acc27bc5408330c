import CGumbo

extension MarkupReading {
    /// What becomes of an element. What is on no list loses its mark and keeps what is in it.
    enum Treatment {
        case keep(MailMarkup.Tag)
        case link, picture, lineBreak, rule
        case through(ReadingRemark?)
        case drop(ReadingRemark?)
    }

    static func treatment(of tag: GumboTag) -> Treatment {
        if let kept = kept(tag) { return .keep(kept) }
        switch tag {
        case GUMBO_TAG_A: return .link
        case GUMBO_TAG_IMG: return .picture
        case GUMBO_TAG_BR: return .lineBreak
        case GUMBO_TAG_HR: return .rule
        case GUMBO_TAG_SCRIPT: return .drop(.scriptBlocked)
        case GUMBO_TAG_FORM: return .through(.formBlocked)
        case GUMBO_TAG_INPUT, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_BUTTON: return .drop(.formBlocked)
        case GUMBO_TAG_IFRAME, GUMBO_TAG_FRAME, GUMBO_TAG_FRAMESET, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_APPLET, GUMBO_TAG_VIDEO,
            GUMBO_TAG_AUDIO:
            return .drop(.remoteContentBlocked)
        case GUMBO_TAG_HEAD, GUMBO_TAG_STYLE, GUMBO_TAG_TITLE, GUMBO_TAG_META, GUMBO_TAG_LINK, GUMBO_TAG_BASE, GUMBO_TAG_NOSCRIPT,
            GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG, GUMBO_TAG_MATH, GUMBO_TAG_CANVAS, GUMBO_TAG_MAP:
            return .drop(nil)
        default: return .through(nil)
        }
    }

    private static func kept(_ tag: GumboTag) -> MailMarkup.Tag? {
        switch tag {
        case GUMBO_TAG_P: .p
        case GUMBO_TAG_DIV, GUMBO_TAG_CENTER, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_ADDRESS: .div
        case GUMBO_TAG_BLOCKQUOTE: .blockquote
        case GUMBO_TAG_UL: .ul
        case GUMBO_TAG_OL: .ol
        case GUMBO_TAG_LI: .li
        case GUMBO_TAG_TABLE: .table
        case GUMBO_TAG_TR: .tr
        case GUMBO_TAG_TD: .td
        case GUMBO_TAG_TH: .th
        case GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6: .heading
        case GUMBO_TAG_PRE: .pre
        case GUMBO_TAG_CODE, GUMBO_TAG_TT, GUMBO_TAG_SAMP, GUMBO_TAG_KBD: .code
        case GUMBO_TAG_B, GUMBO_TAG_STRONG: .strong
        case GUMBO_TAG_I, GUMBO_TAG_EM, GUMBO_TAG_CITE: .em
        case GUMBO_TAG_U, GUMBO_TAG_INS: .u
        case GUMBO_TAG_S, GUMBO_TAG_STRIKE, GUMBO_TAG_DEL: .s
        case GUMBO_TAG_SUB: .sub
        case GUMBO_TAG_SUP: .sup
        default: nil
        }
    }
}
