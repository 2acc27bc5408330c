#include "assets.h"
const unsigned char gehoor_desk_css[] = {
#embed "desk.css"
};
const unsigned long gehoor_desk_css_length = sizeof gehoor_desk_css;
